export {createConsumer, type Consumer, type ConsumerOptions} from './create-consumer.ts';
